/**
 * Bills out of somebody else's file: checked, staged, and written in one transaction or not at all.
 */
package org.feewise.assistant.bills.imports;
