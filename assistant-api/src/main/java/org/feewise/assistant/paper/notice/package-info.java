/**
 * Finds in the lines of a paper bill what it asks for: which fee, how much, of which bill, by when.
 */
package org.feewise.assistant.paper.notice;
