from django.urls import path

from thidua.web.law import views

urlpatterns = [
    path("phap-luat/", views.acts, name="acts"),
    path("phap-luat/<path:number>/", views.act, name="act"),
]
