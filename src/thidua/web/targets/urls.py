from django.urls import path

from thidua.web.targets import views

urlpatterns = [
    path("chi-tieu/", views.mine, name="targets"),
    path("chi-tieu/<int:pk>/", views.target, name="target"),
    path("chi-tieu/<int:pk>/giao/", views.allot, name="target_allot"),
    path("chi-tieu/<int:pk>/bao-cao/<int:unit_id>/", views.report, name="figure_report"),
    path("chi-tieu/minh-chung/<int:pk>/", views.evidence, name="evidence"),
    path("phong-trao/<int:pk>/chi-tieu/", views.board, name="target_board"),
]
