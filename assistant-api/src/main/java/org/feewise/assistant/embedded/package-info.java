/**
 * The servers a laptop needs: PostgreSQL and Kafka started beside the service, durable, in one data
 * folder.
 */
package org.feewise.assistant.embedded;
