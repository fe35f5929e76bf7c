package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.soap.SoapFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The tasks of one server, the running and the finished. */
public final class Tasks {

    private static final int MOST_KEPT = 1_000;
    private static final long BREATH_MILLIS = 25;

    private final World world;
    private final Map<String, Running> all = new LinkedHashMap<>();
    private int last;

    Tasks(World world) {
        this.world = world;
    }

    /** Begins a task for a call and says which it is. */
    Ref start(Call call, Work work) {
        Running task = new Running("task-" + ++last, call, work, world.now());
        all.put(task.id, task);
        while (all.size() > MOST_KEPT) {
            all.remove(all.keySet().iterator().next());
        }
        later(task, work.takes().toMillis());
        return task.self();
    }

    Optional<ManagedObject> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    List<Ref> recent() {
        List<Ref> refs = new ArrayList<>();
        all.values().forEach(t -> refs.add(t.self()));
        return refs;
    }

    /** The tasks that run on an object now. */
    public List<Ref> on(Ref entity) {
        return all.values().stream()
                .filter(t -> t.entity.equals(entity) && t.running())
                .map(Running::self)
                .toList();
    }

    private void later(Running task, long millis) {
        Future<?> unused = world.guard()
                .timer()
                .schedule(() -> world.guard().write(() -> tick(task)), millis, TimeUnit.MILLISECONDS);
    }

    private boolean tick(Running task) {
        if (!task.running()) {
            return false;
        }
        task.attempt(world.now());
        if (task.running()) {
            later(task, BREATH_MILLIS);
        }
        return !task.running();
    }

    /** One task. */
    private static final class Running implements ManagedObject {

        final String id;
        final Ref entity;
        private final String method;
        private final String entityName;
        private final String user;
        private final Work work;
        private final Instant began;
        private Optional<Instant> ended = Optional.empty();
        private Optional<SoapFault> fault = Optional.empty();
        private Work.Done done = Work.Done.NOTHING;

        Running(String id, Call call, Work work, Instant now) {
            Element method = call.method();
            this.id = id;
            this.entity = call.on();
            this.method = method.name();
            this.entityName = call.world().nameOf(entity);
            this.user = call.session().user();
            this.work = work;
            this.began = now;
        }

        boolean running() {
            return ended.isEmpty();
        }

        void attempt(Instant now) {
            try {
                Optional<Work.Done> result = work.attempt();
                result.ifPresent(d -> {
                    done = d;
                    ended = Optional.of(now);
                });
            } catch (SoapFault wrong) {
                fault = Optional.of(wrong);
                ended = Optional.of(now);
            }
        }

        @Override
        public Ref self() {
            return new Ref("Task", id);
        }

        @Override
        public Data properties() {
            return Data.of("Task").lazy("info", this::info).unset("value availableField");
        }

        @Override
        public Methods methods() {
            return Methods.none().does("CancelTask", this::cancel);
        }

        private void cancel(Call call) {
            if (!running()) {
                throw Faults.invalidState();
            }
            if (!work.cancelable()) {
                throw Faults.notSupported();
            }
            fault = Optional.of(Faults.of("RequestCanceled", "The task was canceled by a user."));
            ended = Optional.of(call.world().now());
        }

        private Data info() {
            Data info = Data.of("TaskInfo")
                    .text("key", id)
                    .put("task", self())
                    .text("name", method)
                    .text("descriptionId", described())
                    .put("entity", entity)
                    .filled("entityName", entityName)
                    .text("state", running() ? "running" : fault.isPresent() ? "error" : "success")
                    .flag(
                            "cancelled",
                            fault.filter(f -> f.name().equals("RequestCanceled"))
                                    .isPresent())
                    .flag("cancelable", running() && work.cancelable());
            fault.ifPresent(f -> info.put("error", f.localized()));
            done.result().ifPresent(r -> info.any("result", r));
            if (running()) {
                info.number("progress", work.progress());
            }
            info.put("reason", Data.of("TaskReasonUser").text("userName", user))
                    .time("queueTime", began)
                    .time("startTime", began)
                    .maybe("completeTime", ended.map(Scalar::of));
            return info.number("eventChainId", Integer.parseInt(id.substring(5)))
                    .unset("description locked error result progress changeTag parentTaskKey rootTaskKey activationId");
        }

        /** As in {@code HostSystem.enterMaintenanceMode}. */
        private String described() {
            String bare = method.replaceAll("_Task$", "");
            return entity.kind() + "." + Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
        }
    }
}
