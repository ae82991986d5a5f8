/**
 * Publishes scores to Kafka part by part, each part in one transaction together with its marker, so
 * that consumers of committed records see every bill once a run whatever dies on the way.
 */
package org.feewise.analytics.risk.publication;
