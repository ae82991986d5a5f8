/** The page of plans. */
package org.feewise.assistant.plans.page;
