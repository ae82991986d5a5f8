/**
 * A paper bill, photographed: read, matched to the citizen's own bills, explained, and forgotten.
 */
package org.feewise.assistant.paper;
