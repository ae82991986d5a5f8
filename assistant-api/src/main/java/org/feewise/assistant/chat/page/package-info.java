/** The first page: a conversation anyone can have on a phone, and the list of those had before. */
package org.feewise.assistant.chat.page;
