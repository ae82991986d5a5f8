/** Cases that citizens open with an office: disputes, refunds and questions for a person. */
package org.feewise.assistant.cases;
