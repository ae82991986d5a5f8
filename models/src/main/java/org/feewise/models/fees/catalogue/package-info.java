/** The rules of every fee as data: effective-dated, by payer and region, each with its law. */
package org.feewise.models.fees.catalogue;
