/** The front door of the chat: messages over HTTP and on the page, and the conversations kept. */
package org.feewise.assistant.chat.conversation;
