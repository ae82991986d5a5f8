/** Who is calling: accounts, sign-in, roles, language, and the cipher of personal data. */
package org.feewise.assistant.identity;
