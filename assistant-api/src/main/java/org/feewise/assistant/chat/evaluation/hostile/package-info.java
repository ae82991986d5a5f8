/** A language model that can be told to lie, and what is said by it and by honest ones. */
package org.feewise.assistant.chat.evaluation.hostile;
