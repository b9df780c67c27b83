// verdict: MEMORY_LIMIT
// explains: Metaspace
// never: generated classes take memory without end
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

void main() throws Exception {
  var all = new java.util.ArrayList<Class<?>>();
  byte[] bytes = ClassFile.of().build(ClassDesc.of("Big"), type -> {
    for (int i = 0; i < 2000; i++) {
      type.withField("f" + i, ConstantDescs.CD_int, 8);
      type.withMethodBody("m" + i, ConstantDescs.MTD_void, 9, code -> code.return_());
    }
  });
  while (true) all.add(MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass());
}
