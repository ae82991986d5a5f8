/** Payment plans for a citizen's open bills: proposed, kept and accepted. */
package org.feewise.assistant.plans;
