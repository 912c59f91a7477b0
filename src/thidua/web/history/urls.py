from django.urls import path

from thidua.web.history import views

urlpatterns = [path("nhat-ky/", views.journal, name="journal")]
