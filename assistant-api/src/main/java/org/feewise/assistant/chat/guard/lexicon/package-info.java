/** The words that a model's reply may be made of. */
package org.feewise.assistant.chat.guard.lexicon;
