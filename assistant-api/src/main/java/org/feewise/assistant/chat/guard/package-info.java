/** Holds back what a language model says wrongly of a citizen's bills, or should not say at all. */
package org.feewise.assistant.chat.guard;
