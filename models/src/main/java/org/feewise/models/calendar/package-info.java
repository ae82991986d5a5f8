/** Which days are worked, and where that puts a deadline. */
package org.feewise.models.calendar;
