namespace Conformance.Signatures;

/// <summary>The three verdicts that a <see cref="SignatureStatus"/> can mean.</summary>
internal static class SignatureStatuses
{
    /// <summary>Whether nothing is wrong and everything was checked.</summary>
    public static bool IsGood(this SignatureStatus status) => status <= SignatureStatus.Valid;

    /// <summary>Whether it is certain that servers refuse the event.</summary>
    public static bool IsWrong(this SignatureStatus status) => status >= SignatureStatus.ExpiredKey;

    /// <summary>Whether something that decides could not be checked.</summary>
    public static bool IsUndetermined(this SignatureStatus status) => !status.IsGood() && !status.IsWrong();
}
