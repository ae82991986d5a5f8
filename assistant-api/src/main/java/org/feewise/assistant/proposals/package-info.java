/** Changes that are proposed to a citizen, who confirms them on a page before they are made. */
package org.feewise.assistant.proposals;
