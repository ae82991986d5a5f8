/** What people touch: chat, pages, HTTP, Kafka and the database. */
package org.feewise.assistant;
