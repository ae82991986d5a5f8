/** Events on their way to Kafka: written with the change they tell of, sent by a relay. */
package org.feewise.assistant.outbox;
