/** What is owed to whom, and what paying late costs by law. */
package org.feewise.models.fees;
