/** What all pages share: the frame, the style, the way around and the switch of language. */
package org.feewise.assistant.pages;
