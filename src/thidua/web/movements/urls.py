from django.urls import path

from thidua.web.movements.views import incoming, launching, movements, readings

urlpatterns = [
    path("phong-trao/", movements.index, name="movements"),
    path("phong-trao/moi/", movements.begin, name="movement_new"),
    path("phong-trao/doc-ke-hoach/", readings.upload, name="plan_upload"),
    path("phong-trao/doc-ke-hoach/<int:pk>/", readings.review, name="reading"),
    path("phong-trao/doc-ke-hoach/<int:pk>/tep-goc/", readings.source, name="reading_source"),
    path("phong-trao/doc-ke-hoach/<int:pk>/bo/", readings.discard, name="reading_discard"),
    path("phong-trao/doc-ke-hoach/<int:pk>/lap/", readings.confirm, name="reading_confirm"),
    path("phong-trao/doc-ke-hoach/<int:pk>/phan/<slug:section>/", readings.save_section, name="reading_section"),
    path("phong-trao/den/", incoming.index, name="incoming_plans"),
    path("phong-trao/den/<int:pk>/", incoming.show, name="incoming_plan"),
    path("phong-trao/den/<int:pk>/xac-nhan/", incoming.acknowledge, name="incoming_acknowledge"),
    path("phong-trao/den/<int:pk>/huong-ung/", incoming.answer, name="incoming_answer"),
    path("phong-trao/nhiem-vu/<int:pk>/", movements.finish_task, name="movement_task"),
    path("phong-trao/diem-xem-lai/<int:pk>/", movements.settle_finding, name="movement_finding"),
    path("phong-trao/<int:pk>/", movements.show, name="movement"),
    path("phong-trao/<int:pk>/sua/", movements.edit, name="movement_edit"),
    path("phong-trao/<int:pk>/sua/<slug:section>/", movements.edit_part, name="movement_part"),
    path("phong-trao/<int:pk>/ket-thuc/", movements.close, name="movement_close"),
    path("phong-trao/<int:pk>/ke-hoach/", launching.plan, name="movement_plan"),
    path("phong-trao/<int:pk>/ke-hoach/tai/<slug:fmt>/", launching.plan_file, name="movement_plan_file"),
    path("phong-trao/<int:pk>/phat-dong/", launching.launch, name="movement_launch"),
    path("phong-trao/<int:pk>/gui-them/", launching.send, name="movement_send"),
    path("phong-trao/<int:pk>/don-vi/", launching.board, name="movement_board"),
    path("phong-trao/<int:pk>/don-vi/nhac/", launching.remind, name="movement_remind"),
]
