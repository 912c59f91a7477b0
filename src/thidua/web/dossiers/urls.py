from django.urls import path

from thidua.web.dossiers import steps, views

urlpatterns = [
    path("ho-so/", views.dossiers, name="dossiers"),
    path("ho-so/lap/", views.create, name="dossier_new"),
    path("ho-so/<int:pk>/", views.dossier, name="dossier"),
    path("ho-so/<int:pk>/sua/", views.edit, name="dossier_edit"),
    path("ho-so/<int:pk>/chon/", views.pick, name="dossier_pick"),
    path("ho-so/<int:pk>/trinh/", steps.submit, name="dossier_submit"),
    path("ho-so/<int:pk>/rut/", steps.withdraw, name="dossier_withdraw"),
    path("ho-so/<int:pk>/tra-lai/", steps.send_back, name="dossier_return"),
    path("ho-so/<int:pk>/tiep-nhan/", steps.accept, name="dossier_accept"),
    path("ho-so/<int:pk>/doi-chieu/", steps.check_again, name="dossier_check"),
    path("ho-so/<int:pk>/bo/", steps.discard, name="dossier_discard"),
    path("ho-so/<int:pk>/giay-to/", steps.attach, name="dossier_paper_add"),
    path("ho-so/giay-to/<int:pk>/", views.paper, name="dossier_paper"),
    path("ho-so/giay-to/<int:pk>/go/", steps.detach, name="dossier_paper_remove"),
    path("ho-so/de-nghi/<int:pk>/", views.nomination, name="nomination"),
    path("ho-so/de-nghi/<int:pk>/bo/", steps.remove, name="nomination_remove"),
]
