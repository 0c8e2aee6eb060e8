package org.yinhang.shared.web;

/** The home page of whoever is signed in; the viewer is in the page frame. */
public record HomeSubject() {}
