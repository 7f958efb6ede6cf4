using System.Net;

namespace Conformance.Suites.Harness.Docker;

/// <summary>The Docker Engine refused a request, or didn't answer it.</summary>
public sealed class DockerException : HarnessException
{
    /// <summary>Makes one for an answer.</summary>
    /// <param name="request">Method and path.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="message">What the engine says.</param>
    public DockerException(string request, HttpStatusCode status, string message)
        : base($"Docker answered {request} with {(int)status}: {message}") => Status = status;

    /// <summary>Makes one for a request without an answer.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="inner">What it comes from.</param>
    public DockerException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Makes one for an answer that reports a failure in its body.</summary>
    /// <param name="message">What went wrong.</param>
    public DockerException(string message)
        : base(message)
    {
    }

    /// <summary>The status of the answer; null where there was none.</summary>
    public HttpStatusCode? Status { get; }
}
