/** What an operator watches: the reminders that wait, and which bills are likely to be late. */
package org.feewise.assistant.operations;
