package threadmill.harness.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Superclass;
import java.lang.reflect.AccessFlag;

/// Makes a class stoppable ([Stoppable]) and gives it its own of what programs would share
/// ([Instructions]). What it does and the lines it tells stay the same.
public final class Weave {
  private final Hierarchy hierarchy;
  private final Replacements replacements;
  private final ClassFile files;

  public Weave(Hierarchy hierarchy, Replacements replacements) {
    this.hierarchy = hierarchy;
    this.replacements = replacements;
    this.files = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy.resolver()));
  }

  /// The class file to define instead.
  ///
  /// @throws UnusualCodeException when it cannot be woven, for a reason that can be told
  public byte[] weave(String name) throws UnusualCodeException {
    var model = hierarchy.get(name);
    var accessors =
        new Accessors(model.thisClass().asSymbol(), model.flags().has(AccessFlag.INTERFACE));
    var weaving =
        new Instructions(new Calls(hierarchy, replacements, accessors), replacements, accessors);
    try {
      return files.build(
          model.thisClass(),
          java.lang.classfile.constantpool.ConstantPoolBuilder.of(model),
          type -> {
            for (var element : model) {
              weave(type, element, weaving);
            }
            accessors.write(type);
          });
    } catch (Unusual e) {
      throw e.why;
    } catch (IllegalArgumentException e) {
      // A method of more than 64 KiB, for one.
      throw new UnusualCodeException(name + " cannot be instrumented: " + e.getMessage());
    }
  }

  private void weave(ClassBuilder type, ClassElement element, Instructions weaving) {
    switch (element) {
      case Superclass parent ->
          type.withSuperclass(
              replacements
                  .substitute(Hierarchy.name(parent.superclassEntry()))
                  .orElse(parent.superclassEntry().asSymbol()));
      case MethodModel method ->
          type.transformMethod(
              method,
              (builder, part) -> {
                if (part instanceof CodeModel code) {
                  builder.transformCode(code, new Stoppable(mapped(code), weaving));
                } else {
                  builder.with(part);
                }
              });
      default -> type.with(element);
    }
  }

  private static CodeMap mapped(CodeModel code) {
    try {
      return new CodeMap(code);
    } catch (UnusualCodeException e) {
      throw new Unusual(e);
    }
  }

  /// Carries the reason through the class file library's callbacks.
  private static final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient UnusualCodeException why;

    Unusual(UnusualCodeException why) {
      super(why);
      this.why = why;
    }
  }
}
