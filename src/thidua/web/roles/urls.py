from django.urls import path

from thidua.web.roles import views

urlpatterns = [
    path("vai-tro/", views.role_list, name="roles"),
    path("vai-tro/phan/", views.assign, name="role_assign"),
    path("vai-tro/<int:pk>/ket-thuc/", views.end, name="role_end"),
    path("doi-mat-khau/", views.change_password, name="change_password"),
]
