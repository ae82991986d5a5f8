/** What a person needs to know of a plan before living by it: slack, a ceiling, a tidy order. */
package org.feewise.models.plans.advice;
