/** Payment orders: what a citizen decided to pay, by which means, and how to go about it. */
package org.feewise.assistant.payments;
