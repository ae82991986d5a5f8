/** The one definition of what a model may know about a bill on the day it is issued. */
package org.feewise.models.risk.features;
