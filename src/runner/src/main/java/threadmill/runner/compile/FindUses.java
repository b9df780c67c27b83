package threadmill.runner.compile;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;
import threadmill.runner.compile.FirstUses.Place;

/// Finds what source files use: types and methods in the syntax tree once javac knows what every
/// name means, reserved words among the tokens ([ReservedWords]).
///
/// A type is used where it is named, where it is the type of a variable that names none (`var`, a
/// parameter of a lambda), and where a member of it is used; an import uses nothing. A method is
/// used where it is called or referred to; declaring one uses nothing.
final class FindUses extends TreePathScanner<@Nullable Void, @Nullable Void> {
  /// Kinds of types that have members and a class to find them in.
  private static final Set<TypeKind> WITH_MEMBERS =
      Set.of(TypeKind.DECLARED, TypeKind.TYPEVAR, TypeKind.INTERSECTION, TypeKind.UNION);

  private final Trees trees;
  private final SourcePositions positions;
  private final Types types;
  private final FirstUses uses;
  private String path = "";

  private FindUses(JavacTask task) {
    this.trees = Trees.instance(task);
    this.positions = trees.getSourcePositions();
    this.types = task.getTypes();
    this.uses = new FirstUses(task.getElements(), types);
  }

  /// Uses of these files, which have been attributed.
  ///
  /// @param files by path
  static List<Use> in(JavacTask task, Map<String, CompilationUnitTree> files) {
    var find = new FindUses(task);
    var words = new ReservedWords(task);
    files.forEach((path, unit) -> {
      find.path = path;
      words.in(unit, (word, at) -> find.uses.keyword(word, find.place(unit, at)));
      find.scan(unit, null);
    });
    return find.uses.all();
  }

  @Override
  public @Nullable Void visitImport(ImportTree tree, @Nullable Void none) {
    return null;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
    var element = trees.getElement(getCurrentPath());
    if (isWritten(tree) && element != null) {
      used(element, unqualified(element), place(start(tree)));
    }
    return super.visitIdentifier(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
    member(tree, tree.getExpression());
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
    member(tree, tree.getQualifierExpression());
    return super.visitMemberReference(tree, null);
  }

  private void member(Tree tree, Tree of) {
    var element = trees.getElement(getCurrentPath());
    if (isWritten(tree) && element != null) {
      // A chain of calls may go over many lines: its end is where this member is named.
      used(element, typeOf(of), place(positions.getEndPosition(unit(), tree) - 1));
    }
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
    var element = trees.getElement(getCurrentPath());
    if (isWritten(tree) && element != null) {
      used(element, typeOf(tree.getIdentifier()), place(start(tree)));
    }
    return super.visitNewClass(tree, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
    var type = tree.getType();
    if (isWritten(tree) && (type == null || !isWritten(type))) {
      var element = trees.getElement(getCurrentPath());
      if (element != null) {
        typed(element.asType()).ifPresent(found -> uses.type(found, place(start(tree))));
      }
    }
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitModifiers(ModifiersTree tree, @Nullable Void none) {
    for (var modifier : List.of(Modifier.SEALED, Modifier.NON_SEALED)) {
      if (tree.getFlags().contains(modifier)) {
        uses.keyword(modifier.toString(), place(start(tree)));
      }
    }
    return super.visitModifiers(tree, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
    if (tree.getKind() == Tree.Kind.RECORD) {
      uses.keyword("record", place(start(tree)));
    }
    if (!tree.getPermitsClause().isEmpty()) {
      uses.keyword("permits", place(start(tree.getPermitsClause().getFirst())));
    }
    return super.visitClass(tree, null);
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void none) {
    if (tree.getGuard() != null) {
      uses.keyword("when", place(start(tree.getGuard())));
    }
    return super.visitCase(tree, null);
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void none) {
    if (isWritten(tree)) {
      uses.keyword("yield", place(start(tree)));
    }
    return super.visitYield(tree, null);
  }

  private CompilationUnitTree unit() {
    return getCurrentPath().getCompilationUnit();
  }

  private long start(Tree tree) {
    return positions.getStartPosition(unit(), tree);
  }

  /// Whether it stands in the source; javac adds constructors, for one.
  private boolean isWritten(Tree tree) {
    return positions.getEndPosition(unit(), tree) != Diagnostic.NOPOS;
  }

  private Optional<TypeElement> typeOf(Tree part) {
    return typed(trees.getTypeMirror(new TreePath(getCurrentPath(), part)));
  }

  private Optional<TypeElement> typed(@Nullable TypeMirror type) {
    return type != null
            && WITH_MEMBERS.contains(type.getKind())
            && types.erasure(type) instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /// The class in which a member is found that stands alone: one around that has it, or else the
  /// one that it was imported from.
  private Optional<TypeElement> unqualified(Element member) {
    if (!(member.getEnclosingElement() instanceof TypeElement owner)) {
      return Optional.empty();
    }
    for (var at = getCurrentPath(); at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree
          && trees.getElement(at) instanceof TypeElement around
          && uses.standsOn(around, owner)) {
        return Optional.of(around);
      }
    }
    return Optional.of(owner);
  }

  private void used(Element element, Optional<TypeElement> of, Place place) {
    switch (element) {
      case TypeElement type -> uses.type(type, place);
      case ExecutableElement method ->
          of.ifPresent(type -> {
            uses.type(type, place);
            uses.method(method, type, place);
          });
      case VariableElement variable when variable.getKind().isField() ->
          of.ifPresent(type -> uses.type(type, place));
      default -> {}
    }
  }

  private Place place(long position) {
    return place(unit(), position);
  }

  private Place place(CompilationUnitTree unit, long position) {
    return new Place(path, (int) unit.getLineMap().getLineNumber(Math.max(0, position)));
  }
}
