/** Chooses what words the replies: the offline model, or one that speaks OpenAI or Ollama. */
package org.feewise.assistant.chat.engine;
