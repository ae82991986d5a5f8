/** Problems drawn by chance, and a general solver to compare the optimiser with. */
package org.feewise.models.plans.bench;
