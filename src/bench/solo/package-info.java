/** Benches of one class each: the scripts beside this folder run them. */
package solo;
