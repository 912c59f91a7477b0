"""Signing in and out."""

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError

from thidua.accounts.models import User
from thidua.accounts.queries.demo import DEMO_PREFIX, list_demo_accounts
from thidua.web.access import public


class SignInForm(AuthenticationForm):
    """Everybody knows the password of the sample accounts: they open nothing outside the demonstration."""

    def confirm_login_allowed(self, user: User) -> None:
        super().confirm_login_allowed(user)
        if user.username.startswith(DEMO_PREFIX) and not settings.DEMO:
            raise ValidationError(
                "Tài khoản mẫu chỉ đăng nhập được ở chế độ trình diễn. Hãy dùng tài khoản được cấp cho mình."
            )


class SignIn(LoginView):
    """Đăng nhập; in demo mode the sample accounts stand beside the form."""

    template_name = "web/account/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs):
        accounts = list_demo_accounts(self.request.today) if settings.DEMO else []
        return super().get_context_data(demo_accounts=accounts, **kwargs)


sign_in = public(SignIn.as_view())
sign_out = public(LogoutView.as_view())
