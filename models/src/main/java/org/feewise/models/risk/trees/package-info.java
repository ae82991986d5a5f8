/** Boosted trees as flat arrays: scored without allocation, explained exactly. */
package org.feewise.models.risk.trees;
