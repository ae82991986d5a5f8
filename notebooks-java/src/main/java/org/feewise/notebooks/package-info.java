/** What people explore: Java notebooks over the models and the analytics jobs. */
package org.feewise.notebooks;
