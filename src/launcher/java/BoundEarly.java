import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts code in the place of calls that the JVM would bind anew at each start. The start-up cache keeps how lambdas are bound, but
 * not how a {@code switch} over types finds its case, nor what {@code equals} and {@code hashCode} of records do. Both are
 * described by the class file alone: each such call becomes one of a static method of the same class that does the same.
 */
final class BoundEarly {

    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final MethodTypeDesc EQUALS =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    private static final int FLAGS = AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask();

    private final ClassModel model;
    private final boolean inInterface;
    private final List<Consumer<ClassBuilder>> made = new ArrayList<>();

    private BoundEarly(ClassModel model) {
        this.model = model;
        this.inInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    /** The class without such calls; the same bytes when it has none. */
    static byte[] of(ClassFile classFile, ClassModel model, byte[] original) {
        if (model.methods().stream().noneMatch(BoundEarly::binds)) {
            return original;
        }
        BoundEarly early = new BoundEarly(model);
        return classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies(BoundEarly::binds, early.calls())
                        .andThen(ClassTransform.endHandler(end -> early.made.forEach(method -> method.accept(end)))));
    }

    private static boolean binds(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(element ->
                        element instanceof InvokeDynamicInstruction call && (findsCase(call) || isOfRecord(call)));
    }

    /** A switch over nothing but types; others also compare constants. */
    private static boolean findsCase(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc by = call.bootstrapMethod();
        return by.owner().equals(SWITCHES)
                && by.methodName().equals("typeSwitch")
                && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
    }

    private static boolean isOfRecord(InvokeDynamicInstruction call) {
        String name = call.name().stringValue();
        return call.bootstrapMethod().owner().equals(RECORDS) && (name.equals("equals") || name.equals("hashCode"));
    }

    private CodeTransform calls() {
        return (code, element) -> {
            if (element instanceof InvokeDynamicInstruction call && findsCase(call)) {
                replace(code, call, "case", body -> findCase(body, call.bootstrapArgs()));
            } else if (element instanceof InvokeDynamicInstruction call && isOfRecord(call)) {
                List<DirectMethodHandleDesc> parts = call.bootstrapArgs().stream()
                        .filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast)
                        .toList();
                boolean equals = call.name().equalsString("equals");
                replace(code, call, "record", body -> {
                    if (equals) {
                        compare(body, parts);
                    } else {
                        hash(body, parts);
                    }
                });
            } else {
                code.with(element);
            }
        };
    }

    private void replace(CodeBuilder code, InvokeDynamicInstruction call, String what, Consumer<CodeBuilder> body) {
        String name = what + "$early$" + made.size();
        MethodTypeDesc type = call.typeSymbol();
        made.add(end -> end.withMethodBody(name, type, FLAGS, body));
        code.invokestatic(model.thisClass().asSymbol(), name, type, inInterface);
    }

    /** The number of the first case, from the one in the second argument on, that the first argument is of; -1 for null. */
    private static void findCase(CodeBuilder body, List<ConstantDesc> types) {
        Label some = body.newLabel();
        body.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
        for (int at = 0; at < types.size(); at++) {
            Label next = body.newLabel();
            body.iload(1).loadConstant(at).if_icmpgt(next);
            body.aload(0).instanceOf((ClassDesc) types.get(at)).ifeq(next);
            body.loadConstant(at).ireturn().labelBinding(next);
        }
        body.loadConstant(types.size()).ireturn();
    }

    private void compare(CodeBuilder body, List<DirectMethodHandleDesc> parts) {
        ClassDesc self = model.thisClass().asSymbol();
        Label other = body.newLabel();
        Label different = body.newLabel();
        body.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
        body.aload(1).instanceOf(self).ifeq(different);
        for (DirectMethodHandleDesc part : parts) {
            ClassDesc type = part.invocationType().returnType();
            body.aload(0).getfield(self, part.methodName(), type);
            body.aload(1).checkcast(self).getfield(self, part.methodName(), type);
            same(body, type, different);
        }
        body.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
    }

    private static void same(CodeBuilder body, ClassDesc type, Label different) {
        switch (TypeKind.from(type)) {
            case REFERENCE -> body.invokestatic(OBJECTS, "equals", EQUALS).ifeq(different);
            case LONG -> body.lcmp().ifne(different);
            case FLOAT, DOUBLE ->
                body.invokestatic(boxed(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                        .ifne(different);
            default -> body.if_icmpne(different);
        }
    }

    private void hash(CodeBuilder body, List<DirectMethodHandleDesc> parts) {
        ClassDesc self = model.thisClass().asSymbol();
        body.iconst_0();
        for (DirectMethodHandleDesc part : parts) {
            ClassDesc type = part.invocationType().returnType();
            body.bipush(31).imul().aload(0).getfield(self, part.methodName(), type);
            if (type.isPrimitive()) {
                body.invokestatic(boxed(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
            } else {
                body.invokestatic(
                        OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
            }
            body.iadd();
        }
        body.ireturn();
    }

    private static ClassDesc boxed(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalArgumentException("not a primitive: " + primitive);
        };
    }
}
