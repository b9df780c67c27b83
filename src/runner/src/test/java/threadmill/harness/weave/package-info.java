/// Tests of weaving that need a Java compiler, which the harness's own module does not read.
package threadmill.harness.weave;
