/** Scores the assistant on conversations that somebody annotated. */
package org.feewise.assistant.chat.evaluation;
