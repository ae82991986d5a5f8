/** Chooses what words the replies: the offline model, or any that speaks the OpenAI protocol. */
package org.feewise.assistant.chat.engine;
