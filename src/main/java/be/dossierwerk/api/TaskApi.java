package be.dossierwerk.api;

import be.dossierwerk.inbox.RefuseTaskOverRest;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** No door: whoever tries to reach a task here is refused in words, and the attempt is kept. */
@Hidden
@RestController
class TaskApi {

    private final RefuseTaskOverRest refuseTaskOverRest;

    TaskApi(RefuseTaskOverRest refuseTaskOverRest) {
        this.refuseTaskOverRest = refuseTaskOverRest;
    }

    @RequestMapping({"/api/tasks/{taskId}", "/api/tasks/{taskId}/**"})
    void refuse(@PathVariable String taskId) {
        refuseTaskOverRest.refuse(taskId);
    }
}
