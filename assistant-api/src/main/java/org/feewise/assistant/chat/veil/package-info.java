/** Keeps what is personal of a citizen from a language model. */
package org.feewise.assistant.chat.veil;
