/**
 * The generated demo city: people, bills and payments whose truths are planted and documented, so
 * that what analytics finds can be checked.
 */
package org.feewise.analytics.city;
