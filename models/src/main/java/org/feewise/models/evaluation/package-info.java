/** The mechanics of case files; what a case means stays in the room that scores it. */
package org.feewise.models.evaluation;
