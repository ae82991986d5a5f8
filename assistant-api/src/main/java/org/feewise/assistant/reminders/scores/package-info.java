/** Risk scores as the service keeps them: taken in from Kafka once each, and listed. */
package org.feewise.assistant.reminders.scores;
