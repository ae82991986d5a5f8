/** Errors as RFC 9457 problem+json, in the caller's language, for the whole service. */
package org.feewise.assistant.problems;
