/** The commands behind {@code ./feewise} that run in this program. */
package org.feewise.assistant.command;
