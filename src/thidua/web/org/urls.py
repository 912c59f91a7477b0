from django.urls import path

from thidua.web.org import views

urlpatterns = [
    path("don-vi/", views.units, name="units"),
    path("don-vi/<int:pk>/", views.unit, name="unit"),
    path("don-vi/<int:pk>/ket-qua/", views.unit_facts, name="unit_facts"),
    path("don-vi/<int:pk>/nhap-ket-qua/", views.import_facts, name="import_facts"),
    path("don-vi/<int:pk>/mau-ket-qua/", views.facts_sheet, name="facts_sheet"),
    path("nhan-su/", views.people, name="people"),
    path("nhan-su/<int:pk>/", views.person, name="person"),
    path("nhan-su/<int:pk>/ket-qua/", views.person_facts, name="person_facts"),
]
