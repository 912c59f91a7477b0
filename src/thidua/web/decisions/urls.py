from django.urls import path

from thidua.web.decisions import views

urlpatterns = [
    path("quyet-dinh/", views.decision_list, name="decisions"),
    path("quyet-dinh/du-thao/", views.decision_new, name="decision_new"),
    path("quyet-dinh/<int:pk>/", views.decision, name="decision"),
    path("quyet-dinh/<int:pk>/sua/", views.decision_edit, name="decision_edit"),
    path("quyet-dinh/<int:pk>/xoa/", views.decision_discard, name="decision_discard"),
    path("quyet-dinh/<int:pk>/ban-hanh/", views.decision_issue, name="decision_issue"),
    path("quyet-dinh/<int:pk>/toan-van/", views.decision_text, name="decision_text"),
    path("quyet-dinh/<int:pk>/van-ban.<str:fmt>", views.decision_document, name="decision_document"),
    path("quyet-dinh/<int:pk>/giay-chung-nhan.pdf", views.decision_certificates, name="decision_certificates"),
    path("quyet-dinh/<int:pk>/chi-tien-thuong.xlsx", views.decision_payments, name="decision_payments"),
    path("quyet-dinh/khen-thuong/<int:pk>/", views.award, name="award"),
    path("quyet-dinh/khen-thuong/<int:pk>/giay-chung-nhan.pdf", views.award_certificate, name="award_certificate"),
    path("quyet-dinh/khen-thuong/<int:pk>/thu-hoi/", views.award_revoke, name="award_revoke"),
    path(
        "quyet-dinh/khen-thuong/<int:pk>/quyet-dinh-thu-hoi.<str:fmt>",
        views.revocation_document,
        name="revocation_document",
    ),
]
